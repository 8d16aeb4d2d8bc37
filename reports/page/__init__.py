"""The sheet that every paper shares: letterhead, flow over pages, tables, boxes, verification code, watermark."""

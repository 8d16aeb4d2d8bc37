"""The office without a face: records, rules, work and staff. One room per subject; see ARCHITECTURE.md."""

"""Where the office keeps its records: tables, engine, unit of work, migrations, the wall between offices."""

"""The file format: deadlines and responsible actors are read, schemas agree with the checker, all is described."""

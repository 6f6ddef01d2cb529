"""Rules of partners: deals, treaties, risk, memory, what happens far away."""

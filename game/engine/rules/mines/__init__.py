"""Rules of the ground: looking, digging, licences, who holds a site."""

"""Rules of trade: prices, buyers, controls, tariffs, certificates."""

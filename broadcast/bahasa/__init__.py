"""Indonesian itself: strings in, strings out; knows nothing of radio."""

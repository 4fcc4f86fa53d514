"""Sound itself: samples, their loudness, their peaks, their files. It knows nothing of radio.

A sound is a float32 array of shape (frames, channels), full scale ±1, beside its rate in Hz.
"""

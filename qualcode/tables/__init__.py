"""Frames in, frames out: frequencies, matrices."""

"""The core of SpineCounsel: what is known, who it is about, what is said, what is kept."""

VERSION = "0.1.0"

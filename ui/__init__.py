"""The window of SpineCounsel, in Qt Widgets."""

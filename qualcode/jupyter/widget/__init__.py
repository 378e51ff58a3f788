"""The review widget: codings in context, to be agreed with or questioned, in a notebook's cell.

`view` is the widget, `desk` does what it asks, `messages` says what it may ask; the front end is
``workbench/ui/src/widget``, built into ``dist`` here while qualcode is installed.
"""

"""The tour: the office's main job, once through, in the very window that staff use; taken by `yusr tour`."""

"""The page that checks files: are they as they were sealed?"""

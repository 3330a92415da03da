"""One blueprint a screen: thin, without a try; errors become answers in app/errors.py."""

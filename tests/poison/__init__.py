"""Files that are meant to do harm, or were harmed: each is answered with a clear refusal or fault."""

"""`python -m broadcast` is the command `broadcast`."""

import sys

from broadcast.cli import main

sys.exit(main())

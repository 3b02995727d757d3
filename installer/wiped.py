"""Starting on Linux so that memory is wiped as it is freed.

What is freed keeps its old words until somebody writes over them, and a place that is taken again
is seldom filled to its end.  So a locked program would hold pieces of what was read in it.  The C
library wipes at once when it is told so before the program starts, and keeps no places back.
"""

ENVIRONMENT = {"GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"}


def starter(program: str) -> str:
    """Give a shell script that starts ``program`` so; the words are for the shell as they are."""
    words = " ".join(f"{name}={value}" for name, value in ENVIRONMENT.items())
    return (
        "#!/bin/sh\n"
        "# Memory is wiped as it is freed, so that a locked program holds no words of a patient.\n"
        f'exec env {words} {program} "$@"\n'
    )

"""One of eight editors: a process that saves the same record again and again.

Run by `test_editors.py` with the id of a child and the editor's number. With `careful`, it reads
the record, adds its mark, and starts again from the stored record when somebody saved first. With
`careless`, it writes by `save` without the check: the negative control.
"""

import os
import sys

import django


def edit(child_id: str, editor: str, times: int, way: str) -> None:
    from accounts.models import StaleVersion
    from accounts.rules.actor import Actor
    from children.models import Child

    by = Actor.system(f"editor {editor}")
    for turn in range(times):
        while True:
            child = Child.objects.get(pk=child_id)
            child.how_communicates += f" {editor}.{turn}"
            if way == "careless":
                child._stamp(by, "")
                child.save()
                break
            try:
                child.record(by=by)
                break
            except StaleVersion:
                continue


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    edit(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])

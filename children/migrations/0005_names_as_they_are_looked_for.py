"""A name is found however it is typed: "zoe" finds "Zoë". Those on record are folded once."""

from typing import Any

from django.db import migrations, models

from children.rules import fold

LENGTH = 400


def fold_names(apps: Any, schema_editor: Any) -> None:
    for child in apps.get_model("children", "Child").objects.order_by("pk").iterator():
        child.folded_name = fold(f"{child.legal_name} {child.preferred_name}")[:LENGTH]
        child.save(update_fields=["folded_name"])


class Migration(migrations.Migration):
    dependencies = [("children", "0004_how_a_contact_reads_papers")]

    operations = [
        migrations.AddField(
            model_name="child",
            name="folded_name",
            field=models.CharField(blank=True, default="", editable=False, max_length=LENGTH),
        ),
        migrations.AddField(
            model_name="historicalchild",
            name="folded_name",
            field=models.CharField(blank=True, default="", editable=False, max_length=LENGTH),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]

"""Addresses about one child. They begin with /children/."""

from django.urls import path

from children.views import child

app_name = "children"
urlpatterns = [
    path("add/", child.add, name="add"),
]

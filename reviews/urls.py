"""Addresses of the record of intervention. They begin with /reviews/."""

app_name = "reviews"
urlpatterns: list = []

"""Addresses of the demo. They begin with /demo/."""

from django.urls import path

from isp_portal.demo import views

app_name = "demo"
urlpatterns = [path("gallery/", views.gallery, name="gallery")]

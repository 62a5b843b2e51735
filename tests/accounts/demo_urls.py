"""The portal's addresses as they are in the demo."""

from django.urls import include, path

from isp_portal.demo import sign_in
from isp_portal.urls import urlpatterns as portal

demo = ([path("sign-in/", sign_in.sign_in, name="sign_in")], "demo")
urlpatterns = [path("demo/", include(demo)), *portal]

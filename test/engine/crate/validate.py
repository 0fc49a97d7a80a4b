"""Validates an RO-Crate against a profile, without a network: what RO-Crate's context says of the terms of ours is said here.

Usage: validate.py <folder> <profile>; prints what is required and missing, and exits with 1 where anything is."""

import sys

from rdflib.plugins.shared.jsonld import context, util

CONTEXT = {
    "@context": {
        "@vocab": "http://schema.org/",
        "File": "http://schema.org/MediaObject",
        "Profile": "http://www.w3.org/ns/dx/prof/Profile",
        "conformsTo": "http://purl.org/dc/terms/conformsTo",
    }
}
read = util.source_to_json


def source_to_json(source, *args, **kwargs):
    if str(source).startswith("https://w3id.org/ro/crate/"):
        return CONTEXT, None
    return read(source, *args, **kwargs)


for module in (util, context):
    module.source_to_json = source_to_json

from rocrate_validator import models, services  # noqa: E402

folder, profile = sys.argv[1:]
result = services.validate(
    services.ValidationSettings(
        rocrate_uri=folder,
        profile_identifier=profile,
        requirement_severity=models.Severity.REQUIRED,
        # The profile of runs is built on RO-Crate 1.1; both versions are not asked for at once.
        enable_profile_inheritance=False,
        # Whether the context can be fetched, and data sets elsewhere.
        skip_checks=["ro-crate-1.2_4.1", "ro-crate-1.2_4.2"],
        skip_availability_check=True,
    )
)
for issue in result.get_issues():
    print(issue.check.identifier, issue.message)
sys.exit(result.has_issues())

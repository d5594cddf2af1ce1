"""The interface for programs, under /api/v1: observations, series, targets, documents, parks, catalogue.

`parameters` reads and checks what is asked, `answers` writes it as JSON or CSV, `description` is the OpenAPI document,
`routes` joins them. Ids and values go out untouched; what is not understood is refused with what and why.
"""

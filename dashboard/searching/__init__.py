"""One search over everything: what is asked (`terms`), the names of things (`names`), their figures (`pairs`,
`sentences`), and the best of all that (`answers`)."""

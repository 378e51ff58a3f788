"""What the service and the browser say to each other; places are UTF-16 code units, as browsers count."""

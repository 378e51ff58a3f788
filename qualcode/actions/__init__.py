"""Every operation once, as a function: store in, result out."""

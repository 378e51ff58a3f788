"""The browser workbench: a service on this machine alone, thin routes over `qualcode.project.Project`."""

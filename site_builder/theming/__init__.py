"""The chain of a site's own templates, its theme and the theme's parents; what a template may see."""

"""What a site begins with, and what is begun in it: `new`, a site's files, the editor's schemas, the form for those who write no Markdown."""

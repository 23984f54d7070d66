"""What a site begins with: `new site`, its files, the editor's schemas, the form for those who write no Markdown."""

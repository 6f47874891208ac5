"""What happens when: bars, months, the story and the slip chart, from one geometry."""

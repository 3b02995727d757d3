"""The look: tokens to palette and style sheet, the focus ring."""

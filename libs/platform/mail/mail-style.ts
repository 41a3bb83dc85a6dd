/** The product's colours on paper (libs/ui/tokens.css), written out because mail programs know no variables. */
export const colour = { paper: '#fcfcfa', ink: '#17211d', quiet: '#4d5853', line: '#d6dad4', accent: '#14523f', onAccent: '#ffffff' };

export const sans = "'Public Sans', system-ui, -apple-system, 'Segoe UI', Arial, sans-serif";
export const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";

/** How long a projector may take to catch up, in milliseconds. */
export const patience = 20_000;

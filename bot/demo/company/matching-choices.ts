/** "Learn from the people who joined last": with the product's twelve months, the newest would be kept out of it. */
export const matchingChoices = { rules: { minimumServiceMonths: 3 } }

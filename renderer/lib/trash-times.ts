// After how many days the trash empties itself, as it is offered.
export const trashTimes = ['never', '7', '30', '90', '365'] as const;

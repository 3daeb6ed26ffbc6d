import { guessCategory, isDeadline } from '#app/opportunities/import/guess-category.ts';

describe('the category of an event', () => {
  it.each([
    ['Parent-Teacher Conferences', 'conference'],
    ['Back to School Night', 'open_house'],
    ['PTA Meeting', 'parent_group'],
    ['Family Math Night', 'family_night'],
    ['ESL for adults', 'english_class'],
    ['Summer Camp sign-up fair', 'summer_program'],
    ['Varsity Soccer vs. East', 'game'],
    ['Winter Band Concert', 'performance'],
    ['FAFSA help evening', 'financial_aid'],
    ['Free flu shots', 'health'],
    ['Mobile Food Pantry', 'food'],
    ['Kindergarten Registration', 'registration'],
    ['No school: staff day', 'other'],
  ])('is told by its title: %s', (title, category) => {
    expect(guessCategory(title)).toBe(category);
  });

  it('is a deadline where the title says that something is due', () => {
    expect(['Meal forms due', 'Last day to register', 'Science fair'].map(isDeadline)).toEqual([true, true, false]);
  });
});

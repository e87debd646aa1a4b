/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-person.h"

#include <glib/gi18n-lib.h>

gboolean
rankle_person_is_told (const RanklePerson *person)
{
  g_return_val_if_fail (person != NULL, FALSE);

  return person->age > 0 || person->weight > 0 || person->sex != RANKLE_SEX_UNTOLD ||
         (person->words != NULL && *person->words != '\0');
}

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

gboolean
rankle_person_equal (const RanklePerson *a, const RanklePerson *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return !differ (a->age, b->age) && !differ (a->weight, b->weight) && a->sex == b->sex &&
         g_strcmp0 (a->words, b->words) == 0;
}

static const char *
get_noun (RankleSex sex)
{
  switch (sex)
    {
    case RANKLE_SEX_WOMAN:
      return _ ("A woman");
    case RANKLE_SEX_MAN:
      return _ ("A man");
    case RANKLE_SEX_UNTOLD:
    default:
      return _ ("A person");
    }
}

/* (transfer full): of so many years */
static char *
tell_age (const RanklePerson *person)
{
  if (!(person->age > 0))
    return g_strdup (get_noun (person->sex));
  if (person->sex == RANKLE_SEX_WOMAN)
    /* Translators: %g is an age in years */
    return g_strdup_printf (_ ("A woman of %g"), person->age);
  if (person->sex == RANKLE_SEX_MAN)
    return g_strdup_printf (_ ("A man of %g"), person->age);
  return g_strdup_printf (_ ("A person of %g"), person->age);
}

/* (transfer full): "" where words are all there is. */
static char *
tell_body (const RanklePerson *person)
{
  g_autofree char *who = tell_age (person);

  if (person->weight > 0)
    /* Translators: %1$s is as “A woman of 50” */
    return g_strdup_printf (_ ("%1$s, %2$g kg"), who, person->weight);
  if (person->age > 0 || person->sex != RANKLE_SEX_UNTOLD)
    return g_steal_pointer (&who);
  return g_strdup ("");
}

char *
rankle_person_dup_words (const RanklePerson *person)
{
  g_autofree char *body = NULL;
  gboolean         has_words;

  g_return_val_if_fail (person != NULL, NULL);

  body = tell_body (person);
  has_words = person->words != NULL && *person->words != '\0';
  if (has_words && *body != '\0')
    /* Translators: who someone is, and what else is said: “A woman of 60, 66 kg: ten
     * years after the final period” */
    return g_strdup_printf (_ ("%1$s: %2$s"), body, _ (person->words));
  return has_words ? g_strdup (_ (person->words)) : g_steal_pointer (&body);
}

/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RANKLE_SEX_UNTOLD,
  RANKLE_SEX_WOMAN,
  RANKLE_SEX_MAN,
} RankleSex;

/**
 * RanklePerson:
 * @age: years at the run's start; 0: not told
 * @weight: kg; 0: not told
 * @words: what else is said of them, "ten years after the final period"; (nullable)
 *
 * Who a scenario is about. It is said and changes no number: what bears on a run, its
 * controls say.
 */
typedef struct
{
  double      age, weight;
  RankleSex   sex;
  const char *words;
} RanklePerson;

gboolean rankle_person_is_told (const RanklePerson *person);
gboolean rankle_person_equal (const RanklePerson *a, const RanklePerson *b);

/* (transfer full): "A woman of 50, 66 kg: ten years after the final period"; "" where
 * nothing is told. Without a full stop. */
char *rankle_person_dup_words (const RanklePerson *person);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Doses in an even series; one if @count is 1. */
typedef struct
{
  double time; /* [d] after the first dose of the regimen */
  double amount;
  guint  count;
  double interval; /* [d]; 0 of one dose */
} RankleRegimenSeries;

/**
 * RankleRegimen:
 * @title: "Denosumab 60 mg every 6 months"
 * @sentence: where it comes from
 * @recalled: that was recalled, and not seen
 * @control: id of the control of the drug's amount
 * @unit: of the amounts: a control in another is of something else
 *
 * Doses of a drug as they are given, or were studied: data/regimens/ID.json. Words are as
 * in the file, for gettext to translate.
 */
typedef struct
{
  const char                *id, *title, *sentence;
  guint                      place;
  gboolean                   recalled;
  const char                *control, *unit;
  const RankleRegimenSeries *doses;
  guint                      n_doses;
} RankleRegimen;

/* All that are bundled, in their order; constant for the life of the process. */
const RankleRegimen *rankle_regimens_get (guint *n);

/* (transfer full): of a text, which is not kept; @name stands in front of a complaint. */
RankleRegimen *
rankle_regimen_parse (const char *text, gssize length, const char *name, GError **error);
void rankle_regimen_free (RankleRegimen *regimen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleRegimen, rankle_regimen_free)

G_END_DECLS

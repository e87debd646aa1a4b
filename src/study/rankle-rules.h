/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleRule:
 * @is_shown: it is seen at all
 * @is_locked: it cannot be moved; nor can what is not shown
 * @is_lit: it is the one to be tried first
 * @least: @most: it cannot be moved beyond [the control's unit]; infinite: no such end
 *
 * What may be done with a control, for a while.
 */
typedef struct
{
  gboolean is_shown, is_locked, is_lit;
  double   least, most;
} RankleRule;

/**
 * RankleRules:
 *
 * A rule for each control of a model, by id. A control that has none is free.
 */
typedef struct _RankleRules RankleRules;

RankleRules *rankle_rules_new (void);
void         rankle_rules_free (RankleRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleRules, rankle_rules_free)

void rankle_rules_add (RankleRules *rules, const char *control, const RankleRule *rule);
/* (nullable) */
const RankleRule *rankle_rules_find (const RankleRules *rules, const char *control);

/* By @rule (nullable: none). */
gboolean rankle_rule_is_free (const RankleRule *rule);
double   rankle_rule_clamp (const RankleRule *rule, double value);

G_END_DECLS

/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-rules.h"

struct _RankleRules
{
  GHashTable *rules; /* (owned): char: RankleRule */
};

RankleRules *
rankle_rules_new (void)
{
  RankleRules *self = g_new (RankleRules, 1);

  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
rankle_rules_free (RankleRules *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->rules);
  g_free (self);
}

void
rankle_rules_add (RankleRules *self, const char *control, const RankleRule *rule)
{
  g_return_if_fail (self != NULL && control != NULL && rule != NULL);
  g_return_if_fail (rule->least <= rule->most);

  g_hash_table_replace (self->rules, g_strdup (control),
                        g_memdup2 (rule, sizeof (RankleRule)));
}

const RankleRule *
rankle_rules_find (const RankleRules *self, const char *control)
{
  g_return_val_if_fail (self != NULL && control != NULL, NULL);

  return g_hash_table_lookup (self->rules, control);
}

gboolean
rankle_rule_is_free (const RankleRule *rule)
{
  return rule == NULL || (rule->is_shown && !rule->is_locked);
}

double
rankle_rule_clamp (const RankleRule *rule, double value)
{
  return rule == NULL ? value : CLAMP (value, rule->least, rule->most);
}

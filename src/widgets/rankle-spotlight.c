/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-spotlight.h"

struct _RankleSpotlight
{
  GObject       parent_instance;
  char         *column; /* (owned) (nullable) */
  gconstpointer by;     /* who lit it */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleSpotlight, rankle_spotlight, G_TYPE_OBJECT)

void
rankle_spotlight_light (RankleSpotlight *spotlight, const char *column, gconstpointer by)
{
  g_return_if_fail (RANKLE_IS_SPOTLIGHT (spotlight));

  if (column == NULL && spotlight->by != by)
    return;
  if (spotlight->by == by && g_strcmp0 (spotlight->column, column) == 0)
    return;
  g_free (spotlight->column);
  spotlight->column = g_strdup (column);
  spotlight->by = by;
  g_signal_emit (spotlight, signals[CHANGED], 0);
}

const char *
rankle_spotlight_get_from_others (RankleSpotlight *spotlight, gconstpointer by)
{
  g_return_val_if_fail (RANKLE_IS_SPOTLIGHT (spotlight), NULL);

  return spotlight->by != by ? spotlight->column : NULL;
}

static void
rankle_spotlight_finalize (GObject *object)
{
  g_free (RANKLE_SPOTLIGHT (object)->column);
  G_OBJECT_CLASS (rankle_spotlight_parent_class)->finalize (object);
}

static void
rankle_spotlight_class_init (RankleSpotlightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_spotlight_finalize;
  signals[CHANGED] = g_signal_new ("changed", RANKLE_TYPE_SPOTLIGHT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_spotlight_init (RankleSpotlight *self)
{
}

RankleSpotlight *
rankle_spotlight_new (void)
{
  return g_object_new (RANKLE_TYPE_SPOTLIGHT, NULL);
}

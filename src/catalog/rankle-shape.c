/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures in bundled files: of topics and of cards. */

#include "rankle-shape-private.h"

/* In the order of RankleInk, without the first. */
static const char *const inks[] = { "ground", "ink",   "dim",  "blue",
                                    "orange", "green", "pink", "blood",
                                    "marrow", "cell",  "bone", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (inks) == RANKLE_N_INKS);

RankleInk
_rankle_ink_read (RankleJsonReader *json, const char *member)
{
  guint which = rankle_json_get_choice_or (json, member, inks, RANKLE_N_INKS);

  return which < RANKLE_N_INKS ? (RankleInk)(which + 1) : RANKLE_INK_NONE;
}

static void
read_shape (RankleJsonReader *json, GArray *shapes)
{
  RankleShape shape;

  if (!rankle_json_open_object (json, NULL))
    return;
  shape.path = g_strdup (rankle_json_get_text (json, "path"));
  shape.fill = _rankle_ink_read (json, "fill");
  shape.line = _rankle_ink_read (json, "line");
  shape.width = rankle_json_get_number_or (json, "width", 2, RANKLE_JSON_ABOVE_0, 20);
  rankle_json_close (json);
  g_array_append_val (shapes, shape);
}

const RankleShape *
_rankle_shapes_read (RankleJsonReader *json, const char *member, guint *n)
{
  GArray *shapes = g_array_new (FALSE, TRUE, sizeof (RankleShape));

  g_assert (member != NULL && n != NULL);

  rankle_json_require (json, member);
  if (rankle_json_open_list (json, member))
    {
      while (rankle_json_next (json))
        read_shape (json, shapes);
      rankle_json_close (json);
    }
  *n = shapes->len;
  return (const RankleShape *)(void *)g_array_free (shapes, FALSE);
}

void
_rankle_shapes_free (const RankleShape *shapes, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free ((char *)shapes[i].path);
  g_free ((RankleShape *)shapes);
}

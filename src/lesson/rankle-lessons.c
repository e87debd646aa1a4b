/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that are bundled. */

#include "rankle-lessons.h"

#include "rankle-catalog.h"
#include "rankle-lesson-private.h"
#include "rankle-lesson-reader.h"

#define FOLDER "lessons"
#define SUFFIX ".json"

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RankleLesson *x = *(const RankleLesson *const *)a;
  const RankleLesson *y = *(const RankleLesson *const *)b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* A bundled file that cannot be read is a fault of the program. */
static void
add_bundled (GPtrArray *lessons, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read (FOLDER, name, &error);
  RankleLesson *lesson = NULL;

  if (bytes != NULL)
    lesson = rankle_lesson_parse (g_bytes_get_data (bytes, NULL),
                                  (gssize)g_bytes_get_size (bytes), name, &error);
  if (lesson == NULL)
    g_error ("%s", error->message);
  ((RankleLessonBody *)lesson)->bundled = TRUE;
  g_ptr_array_add (lessons, lesson);
}

static GPtrArray *
read_bundled (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GPtrArray *lessons = g_ptr_array_new ();

  for (char **name = names; *name != NULL; name++)
    if (g_str_has_suffix (*name, SUFFIX))
      add_bundled (lessons, *name);
  g_ptr_array_sort (lessons, compare_places);
  return lessons;
}

const GPtrArray *
rankle_lessons_get (void)
{
  static GPtrArray *lessons; /* (owned) by the process */

  if (g_once_init_enter (&lessons))
    g_once_init_leave (&lessons, read_bundled ());
  return lessons;
}

const RankleLesson *
rankle_lessons_find (const char *id)
{
  const GPtrArray *lessons = rankle_lessons_get ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < lessons->len; i++)
    if (g_str_equal (((const RankleLesson *)lessons->pdata[i])->id, id))
      return lessons->pdata[i];
  return NULL;
}

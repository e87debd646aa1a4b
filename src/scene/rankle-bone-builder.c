/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants. Each has a test with its number in its path, in
 * tests/scene/test-bone-builder.c.
 *
 * B1. A builder has one worker thread, which is joined before the builder is gone. Cubes
 *     are made there and nowhere else, and so are field, anchors and the start's solid,
 *     when they are first needed.
 * B2. Only a key goes in and a cube comes out; a cube is immutable and counted.
 * B3. They cross in two slots of one item each; a newer key replaces an unread one. One
 *     pthread mutex guards both, and nothing is built, freed or told while it is held.
 * B4. The main loop is only rung: the bell's callback takes the cube in the context of
 * the thread that made the builder. B5. Latest wins: the last key asked for is answered,
 * unless its cube is kept already. B6. Latest does not starve: a cube that is being made
 * is finished, shown if it is nearer than what was shown, and kept, as a cursor that
 * plays comes by again. B7. RANKLE_BONE_KEPT cubes are kept, those looked at last. B8. To
 * free the builder stops the worker between two parts of a cube. Nothing is told after
 * it. */

#include "rankle-bone-builder.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct _RankleBoneBuilder
{
  guint               n;
  guint32             seed;
  RankleBoneBuiltFunc built;
  gpointer            data; /* Borrowed */
  pthread_t           worker;
  GSource            *bell; /* (owned) */
  atomic_bool         quit;

  pthread_mutex_t mutex;
  pthread_cond_t  asked_for;
  gboolean        has_request; /* these five are guarded by the mutex */
  RankleBoneKey   request;
  gboolean        is_making;
  RankleBoneKey   making;
  RankleBoneCube *result; /* (owned) (nullable) */

  RankleBoneKey asked; /* main thread only, as the next; the last one */
  GQueue        kept;  /* (owned) of RankleBoneCube, what was looked at last first */
};

/* ---- the worker ---- */

/* What the worker has of its own. */
typedef struct
{
  RankleBoneField   *field;
  RankleBoneAnchors *anchors;
  RankleBoneSolid   *start; /* (nullable): of start_steps */
  guint              start_steps;
} Workshop;

static gboolean
is_stopped (gpointer data)
{
  RankleBoneBuilder *self = data;

  return atomic_load (&self->quit);
}

static gboolean
take_request (RankleBoneBuilder *self, RankleBoneKey *key)
{
  gboolean has;

  pthread_mutex_lock (&self->mutex);
  while (!self->has_request && !atomic_load (&self->quit))
    pthread_cond_wait (&self->asked_for, &self->mutex);
  has = !atomic_load (&self->quit);
  *key = self->making = self->request;
  self->is_making = has;
  self->has_request = FALSE;
  pthread_mutex_unlock (&self->mutex);
  return has;
}

static void
post_result (RankleBoneBuilder *self, RankleBoneCube *cube)
{
  RankleBoneCube *unread;

  pthread_mutex_lock (&self->mutex);
  unread = self->result;
  self->result = cube;
  self->is_making = FALSE;
  pthread_mutex_unlock (&self->mutex);
  g_clear_pointer (&unread, rankle_bone_cube_unref);
  g_source_set_ready_time (self->bell, 0);
}

static void
prepare (RankleBoneBuilder *self, Workshop *workshop, const RankleBoneKey *key)
{
  if (workshop->field == NULL)
    {
      workshop->field = rankle_bone_field_new (self->n, self->seed);
      workshop->anchors = rankle_bone_anchors_new (workshop->field, self->seed);
    }
  if (workshop->start != NULL && workshop->start_steps == key->start)
    return;
  g_clear_pointer (&workshop->start, rankle_bone_solid_unref);
  workshop->start =
      rankle_bone_cube_make_start (workshop->field, workshop->anchors, key->start);
  workshop->start_steps = key->start;
}

static void
clear_workshop (Workshop *workshop)
{
  g_clear_pointer (&workshop->start, rankle_bone_solid_unref);
  g_clear_pointer (&workshop->anchors, rankle_bone_anchors_free);
  g_clear_pointer (&workshop->field, rankle_bone_field_unref);
}

static void *
work (void *data)
{
  RankleBoneBuilder *self = data;
  Workshop           workshop = { NULL };
  RankleBoneKey      key;

  while (take_request (self, &key))
    {
      RankleBoneCube *cube;

      prepare (self, &workshop, &key);
      cube = rankle_bone_cube_new (workshop.field, workshop.anchors, workshop.start, &key,
                                   is_stopped, self);
      if (cube != NULL)
        post_result (self, cube);
    }
  clear_workshop (&workshop);
  return NULL;
}

/* ---- the main thread ---- */

/* The cube that is kept for @key, put first, or NULL. */
static RankleBoneCube *
find_kept (RankleBoneBuilder *self, const RankleBoneKey *key)
{
  for (GList *link = self->kept.head; link != NULL; link = link->next)
    if (rankle_bone_key_equal (rankle_bone_cube_get_key (link->data), key))
      {
        g_queue_unlink (&self->kept, link);
        g_queue_push_head_link (&self->kept, link);
        return link->data;
      }
  return NULL;
}

/* (transfer full) @cube. A key whose answer was on its way may be asked again. */
static void
keep (RankleBoneBuilder *self, RankleBoneCube *cube)
{
  if (find_kept (self, rankle_bone_cube_get_key (cube)) != NULL)
    {
      rankle_bone_cube_unref (cube);
      return;
    }
  g_queue_push_head (&self->kept, cube);
  if (self->kept.length > RANKLE_BONE_KEPT)
    rankle_bone_cube_unref (g_queue_pop_tail (&self->kept));
}

static RankleBoneCube *
take_result (RankleBoneBuilder *self)
{
  RankleBoneCube *cube;

  pthread_mutex_lock (&self->mutex);
  cube = g_steal_pointer (&self->result);
  pthread_mutex_unlock (&self->mutex);
  return cube;
}

static gboolean
bell_cb (gpointer data)
{
  RankleBoneBuilder *self = data;
  RankleBoneCube    *before = rankle_bone_builder_get_cube (self);
  RankleBoneCube    *cube = take_result (self);

  if (cube == NULL)
    return G_SOURCE_CONTINUE;
  keep (self, cube);
  if (rankle_bone_builder_get_cube (self) != before)
    self->built (self, self->data);
  return G_SOURCE_CONTINUE;
}

/* Silent first: what rings during the callback rings again. */
static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSource *
bell_new (RankleBoneBuilder *self)
{
  static GSourceFuncs functions = { .dispatch = dispatch };
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  GSource *bell = g_source_new (&functions, sizeof (GSource));

  g_source_set_static_name (bell, "rankle-bone-builder");
  g_source_set_callback (bell, bell_cb, self, NULL);
  g_source_attach (bell, context);
  return bell;
}

RankleBoneBuilder *
rankle_bone_builder_new (guint n, guint32 seed, RankleBoneBuiltFunc built, gpointer data)
{
  RankleBoneBuilder *self;

  g_return_val_if_fail (n >= 16 && n <= 128 && built != NULL, NULL);

  self = g_new0 (RankleBoneBuilder, 1);
  self->n = n;
  self->seed = seed;
  self->built = built;
  self->data = data;
  atomic_init (&self->quit, false);
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->asked_for, NULL);
  g_queue_init (&self->kept);
  self->bell = bell_new (self);
  if (pthread_create (&self->worker, NULL, work, self) != 0)
    g_error ("No thread can be had for the bone");
  return self;
}

void
rankle_bone_builder_free (RankleBoneBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  pthread_mutex_lock (&builder->mutex);
  atomic_store (&builder->quit, true);
  pthread_cond_signal (&builder->asked_for);
  pthread_mutex_unlock (&builder->mutex);
  pthread_join (builder->worker, NULL);
  g_source_destroy (builder->bell);
  g_source_unref (builder->bell);
  g_clear_pointer (&builder->result, rankle_bone_cube_unref);
  g_queue_clear_full (&builder->kept, (GDestroyNotify)rankle_bone_cube_unref);
  pthread_cond_destroy (&builder->asked_for);
  pthread_mutex_destroy (&builder->mutex);
  g_free (builder);
}

/* With the mutex held: what was taken last is being made, or was not looked at yet. */
static gboolean
is_coming (const RankleBoneBuilder *self)
{
  return self->is_making || self->result != NULL;
}

gboolean
rankle_bone_builder_ask (RankleBoneBuilder *builder, const RankleBoneKey *key)
{
  gboolean is_there;

  g_return_val_if_fail (builder != NULL && key != NULL, FALSE);

  builder->asked = *key;
  is_there = find_kept (builder, key) != NULL;
  pthread_mutex_lock (&builder->mutex);
  builder->has_request = !is_there && !(is_coming (builder) &&
                                        rankle_bone_key_equal (&builder->making, key));
  builder->request = *key;
  if (builder->has_request)
    pthread_cond_signal (&builder->asked_for);
  pthread_mutex_unlock (&builder->mutex);
  return is_there;
}

/* A pit is less of a difference than a step of volume. */
static guint
get_distance (const RankleBoneKey *a, const RankleBoneKey *b)
{
  return 8 * (guint)abs ((int)a->volume - (int)b->volume) +
         (guint)abs ((int)a->osteoclasts - (int)b->osteoclasts);
}

RankleBoneCube *
rankle_bone_builder_get_cube (RankleBoneBuilder *builder)
{
  RankleBoneCube *nearest = NULL;
  guint           least = G_MAXUINT;

  g_return_val_if_fail (builder != NULL, NULL);

  for (GList *link = builder->kept.head; link != NULL; link = link->next)
    {
      const RankleBoneKey *key = rankle_bone_cube_get_key (link->data);
      guint                distance = get_distance (key, &builder->asked);

      if (key->start == builder->asked.start && distance < least)
        nearest = link->data, least = distance;
    }
  return nearest;
}

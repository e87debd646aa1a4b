/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-curtain.h"

#include <glib/gi18n.h>

#define TRAIL  0.7  /* how long a spot is seen [s] */
#define SPOT   9.0  /* its radius [px] */
#define SPARSE 32   /* as many are kept */
#define MARGIN 12.0 /* of the words in the corner [px] */

typedef struct
{
  double x, y;
  gint64 when; /* [us], of the frame clock */
} Spot;

struct _RankleCurtain
{
  GtkWidget     parent_instance;
  GdkPaintable *frozen; /* (owned) (nullable) */
  gboolean      blank;
  GArray       *spots; /* (owned): Spot, the latest last */
  guint         tick;  /* 0: there is none */
};

G_DEFINE_FINAL_TYPE (RankleCurtain, rankle_curtain, GTK_TYPE_WIDGET)

/* ---- drawn, or not ---- */

static void
update (RankleCurtain *self)
{
  const char *words = self->blank            ? _ ("The stage is blank.")
                      : self->frozen != NULL ? _ ("The stage is frozen.")
                                             : "";

  gtk_widget_set_can_target (GTK_WIDGET (self), self->blank || self->frozen != NULL);
  /* A picture of widgets has no ground, and what goes on behind it would be seen. */
  if (self->frozen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "background");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rankle_curtain_set_blank (RankleCurtain *curtain, gboolean blank)
{
  g_return_if_fail (RANKLE_IS_CURTAIN (curtain));

  curtain->blank = blank;
  update (curtain);
}

gboolean
rankle_curtain_get_blank (RankleCurtain *curtain)
{
  g_return_val_if_fail (RANKLE_IS_CURTAIN (curtain), FALSE);

  return curtain->blank;
}

void
rankle_curtain_freeze (RankleCurtain *curtain, GtkWidget *stage)
{
  g_return_if_fail (RANKLE_IS_CURTAIN (curtain));
  g_return_if_fail (stage == NULL || GTK_IS_WIDGET (stage));

  g_clear_object (&curtain->frozen);
  if (stage != NULL)
    {
      g_autoptr (GdkPaintable) now = gtk_widget_paintable_new (stage);

      curtain->frozen = gdk_paintable_get_current_image (now);
    }
  update (curtain);
}

gboolean
rankle_curtain_is_frozen (RankleCurtain *curtain)
{
  g_return_val_if_fail (RANKLE_IS_CURTAIN (curtain), FALSE);

  return curtain->frozen != NULL;
}

/* ---- the trail ---- */

static gboolean
wants_motion (RankleCurtain *self)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &animations, NULL);
  return animations;
}

/* 1 as it comes, 0 when it is gone. */
static double
get_strength (const Spot *spot, gint64 now)
{
  return CLAMP (1 - (double)(now - spot->when) / (TRAIL * G_USEC_PER_SEC), 0, 1);
}

static gboolean
fade_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RankleCurtain *self = RANKLE_CURTAIN (widget);
  gint64         now = gdk_frame_clock_get_frame_time (clock);
  guint          gone = 0;

  while (gone < self->spots->len &&
         !(get_strength (&g_array_index (self->spots, Spot, gone), now) > 0))
    gone++;
  g_array_remove_range (self->spots, 0, gone);
  gtk_widget_queue_draw (widget);
  if (self->spots->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
rankle_curtain_point_at (RankleCurtain *curtain, double x, double y)
{
  GtkWidget     *widget = GTK_WIDGET (curtain);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_return_if_fail (RANKLE_IS_CURTAIN (curtain));

  if (clock == NULL)
    return;
  if (!wants_motion (curtain))
    g_array_set_size (curtain->spots, 0); /* where it is, and no trail */
  else if (curtain->spots->len >= SPARSE)
    g_array_remove_index (curtain->spots, 0);
  g_array_append_val (curtain->spots,
                      ((Spot){ x, y, gdk_frame_clock_get_frame_time (clock) }));
  if (curtain->tick == 0)
    curtain->tick = gtk_widget_add_tick_callback (widget, fade_cb, NULL, NULL);
  gtk_widget_queue_draw (widget);
}

static void
draw_trail (RankleCurtain *self, GtkSnapshot *snapshot)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64         now = clock == NULL ? 0 : gdk_frame_clock_get_frame_time (clock);
  gboolean       fades = wants_motion (self);

  for (guint i = 0; i < self->spots->len; i++)
    {
      const Spot     *spot = &g_array_index (self->spots, Spot, i);
      double          strength = fades ? get_strength (spot, now) : 1;
      float           radius = (float)(SPOT * (0.35 + 0.65 * strength));
      GskRoundedRect  round;
      graphene_rect_t box = GRAPHENE_RECT_INIT (
          (float)spot->x - radius, (float)spot->y - radius, 2 * radius, 2 * radius);

      gsk_rounded_rect_init_from_rect (&round, &box, radius);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
      gtk_snapshot_append_color (
          snapshot, &(GdkRGBA){ 0.9f, 0.1f, 0.15f, (float)(0.85 * strength) }, &box);
      gtk_snapshot_pop (snapshot);
    }
}

/* ---- widget ---- */

/* Who stands before it must know that it does not follow. */
static void
draw_notice (RankleCurtain *self, GtkSnapshot *snapshot)
{
  /* Translators: in a corner of a stage that stays as it is */
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("Frozen"));
  int          width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float)(gtk_widget_get_width (GTK_WIDGET (self)) - width - MARGIN),
                    (float)MARGIN));
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ 0, 0, 0, 0.75f },
      &GRAPHENE_RECT_INIT (-6, -3, (float)width + 12, (float)height + 6));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
}

static void
rankle_curtain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleCurtain *self = RANKLE_CURTAIN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->blank)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 1 },
                               &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  else if (self->frozen != NULL)
    {
      gdk_paintable_snapshot (self->frozen, GDK_SNAPSHOT (snapshot), width, height);
      draw_notice (self, snapshot);
    }
  draw_trail (self, snapshot);
}

static void
rankle_curtain_finalize (GObject *object)
{
  RankleCurtain *self = RANKLE_CURTAIN (object);

  g_clear_object (&self->frozen);
  g_array_unref (self->spots);
  G_OBJECT_CLASS (rankle_curtain_parent_class)->finalize (object);
}

static void
rankle_curtain_class_init (RankleCurtainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_curtain_finalize;
  widget_class->snapshot = rankle_curtain_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
rankle_curtain_init (RankleCurtain *self)
{
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
